#!/usr/bin/env node
// The command line: plain Node and no window. Finds the command that is asked for and ends with its exit code.
import { commandLine } from './command-line.ts';

process.exitCode = await commandLine(process.argv.slice(2));
