@echo off
rem The command line of Flowbench: the program beside this file, without a window. It needs no sandbox, since there is no page
rem that could be kept in one. From a batch file the shell waits for the program, also for one that could have windows.
"%~dp0Flowbench.exe" --no-sandbox --disable-logging --log-level=3 --command-line -- %*
exit /b %ERRORLEVEL%
