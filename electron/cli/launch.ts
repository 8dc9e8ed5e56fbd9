#!/usr/bin/env node
// What is started as `flowbench`: it runs the program beside it, compiled as it was the last time.
import path from 'node:path';
import { runProgram } from './program-cache.ts';

await runProgram(path.join(import.meta.dirname, 'flowbench-program.cjs'))['over'];
