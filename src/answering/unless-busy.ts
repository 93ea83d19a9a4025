import { AppError } from '../shared/app-error';

/** The result of the work; undefined if the model was too busy. */
export async function unlessBusy<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-busy') return undefined;
    throw error;
  }
}
