/** Trains one head in a thread of its own and ends: the bot answers meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainHead, type TrainingSet } from './head';

parentPort?.postMessage(trainHead(workerData as TrainingSet).weights);
