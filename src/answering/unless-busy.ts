import { AppError } from '../shared/app-error';

/** What work resolves with; undefined where the model had no time for it. */
export async function unlessBusy<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-busy') return undefined;
    throw error;
  }
}
