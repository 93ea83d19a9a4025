/** What a model returns: IDs and quotes. A translation is the only text that it may write. */
import { z } from 'zod/v4';
import { VERDICTS, type Catalogue } from './catalogue';

type Text = z.ZodType<string>;

/**
 * One shape for two uses. With the known IDs it's the schema for the model, and with any text it reads the model's
 * reply.
 */
function createShape(of: { item: Text; door: Text; service: Text; area: Text }) {
  const quoted = <Id extends string>(id: z.ZodType<Id>) =>
    z.strictObject({ id, quote: z.string() }).nullable();
  return z.strictObject({
    answers: z.array(z.strictObject({ id: of.item, part: z.string(), verdict: z.enum(VERDICTS) })),
    door: of.door,
    request: z
      .strictObject({
        service: quoted(of.service),
        customer: z.string().nullable(),
        area: quoted(of.area),
        role: quoted(z.enum(['PDM', 'PTS'])),
        person: z.string().nullable(),
        date: z.string().nullable(),
      })
      .nullable(),
    language: z.string(),
    translation: z.array(z.strictObject({ id: of.item, text: z.string() })).nullable(),
  });
}

const ModelAnswer = createShape({
  item: z.string(),
  door: z.string(),
  service: z.string(),
  area: z.string(),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

export function createAnswerSchema({ items, doors, services, areas }: Catalogue): Record<string, unknown> {
  const schema = z.toJSONSchema(
    createShape({
      item: z.enum([...items.keys()]),
      door: z.enum(doors),
      service: z.enum([...services.keys()]),
      area: z.enum(areas),
    }),
  );
  // Not every server knows this keyword.
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));
}

/**
 * Finds the answer in a model's reply; null if it has another shape. A server without schemas may put text around it.
 */
export function readAnswer(content: string): ModelAnswer | null {
  const json = content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1);
  try {
    return ModelAnswer.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
