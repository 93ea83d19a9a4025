import type { Question } from './transport';

/** The ways to ask for the shape of the reply. If a server refuses one, the next one is used. */
const SHAPES = ['json_schema', 'json_object', 'words'] as const;

export interface Spoken {
  readonly shape: (typeof SHAPES)[number];
  /** Some models refuse any temperature except their own. */
  readonly hasTemperature: boolean;
  write(question: Question): Readonly<Record<string, unknown>>;
}

/** What a server was found to know of the API. */
export interface Dialect {
  current(): Spoken;
  /** Leaves out what a server refused with this text; false if nothing is left to leave out. */
  simplify(refused: Spoken, complaint: string): boolean;
}

export function createDialect(model: string): Dialect {
  const speak = ({ shape, hasTemperature }: Pick<Spoken, 'shape' | 'hasTemperature'>): Spoken => ({
    shape,
    hasTemperature,
    write: ({ system, user, schema }) => ({
      ...(model !== '' && { model }),
      messages: [
        {
          role: 'system',
          content:
            shape === 'json_schema' ? system : `${system}\n\nThe JSON schema:\n${JSON.stringify(schema)}`,
        },
        { role: 'user', content: user },
      ],
      ...(shape === 'json_schema' && {
        response_format: { type: shape, json_schema: { name: 'choice', strict: true, schema } },
      }),
      ...(shape === 'json_object' && { response_format: { type: shape } }),
      ...(hasTemperature && { temperature: 0 }),
    }),
  });
  let spoken = speak({ shape: 'json_schema', hasTemperature: true });
  return {
    current: () => spoken,
    simplify(refused, complaint) {
      // Another call has already found it out.
      if (refused !== spoken) return true;
      if (spoken.hasTemperature && /temperature/i.test(complaint)) {
        spoken = speak({ ...spoken, hasTemperature: false });
        return true;
      }
      const next = SHAPES[SHAPES.indexOf(spoken.shape) + 1];
      if (next === undefined) return false;
      spoken = speak({ ...spoken, shape: next });
      return true;
    },
  };
}
