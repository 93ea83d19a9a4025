/** Compares a vector with groups of vectors, all of length 1: with the nearest one of a group, and with its middle. */
export interface Nearest {
  /**
   * `cosines` has one for each vector in order. `scores` has `(cosine with the nearest + cosine with the middle) / 2`
   * for each group.
   */
  compare(vector: Float32Array): { readonly cosines: Float32Array; readonly scores: Float32Array };
}

export function createNearest(
  vectors: readonly Float32Array[],
  groups: Int32Array,
  groupCount: number,
): Nearest {
  const width = vectors[0]?.length ?? 0;
  const all = new Float32Array(vectors.length * width);
  const middles = new Float32Array(groupCount * width);
  vectors.forEach((vector, index) => {
    all.set(vector, index * width);
    const base = (groups[index] ?? 0) * width;
    for (let k = 0; k < width; k += 1) middles[base + k] = (middles[base + k] ?? 0) + (vector[k] ?? 0);
  });
  for (let group = 0; group < groupCount; group += 1)
    normalise(middles.subarray(group * width, (group + 1) * width));
  return {
    compare(vector) {
      const cosines = multiply(all, vector);
      const nearest = new Float32Array(groupCount).fill(-1);
      cosines.forEach((cosine, index) => {
        const group = groups[index] ?? 0;
        if (cosine > (nearest[group] ?? -1)) nearest[group] = cosine;
      });
      const middle = multiply(middles, vector);
      return { cosines, scores: nearest.map((cosine, group) => (cosine + (middle[group] ?? 0)) / 2) };
    },
  };
}

function multiply(rows: Float32Array, vector: Float32Array): Float32Array {
  const width = vector.length;
  const products = new Float32Array(width === 0 ? 0 : rows.length / width);
  for (let row = 0; row < products.length; row += 1) {
    let sum = 0;
    const base = row * width;
    for (let k = 0; k < width; k += 1) sum += (rows[base + k] ?? 0) * (vector[k] ?? 0);
    products[row] = sum;
  }
  return products;
}

function normalise(vector: Float32Array): void {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let k = 0; k < vector.length; k += 1) vector[k] = (vector[k] ?? 0) / length;
}
