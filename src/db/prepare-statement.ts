/**
 * Statements that run in every turn: built and compiled once, they are then only given their values. Building and
 * compiling one costs more than running it.
 */
import type { CompiledQuery, QueryResult } from 'kysely';
import type { Executor } from './database';

type Values = Readonly<Record<string, string | number>>;

/** Stands in a statement for the value of this name. */
class Placeholder {
  constructor(readonly name: string) {}
}

/**
 * `build` is called once for each engine, with stand-ins for the values: it must not look at them, and the shape of the
 * statement must not depend on them. What it gives is run with each call's own values, in whichever executor.
 */
export function prepareStatement<V extends Values, Row>(
  build: (executor: Executor, values: V) => { compile(): CompiledQuery<Row> },
): (executor: Executor, values: V) => Promise<QueryResult<Row>> {
  const standIns = new Proxy({} as V, { get: (_target, name) => new Placeholder(String(name)) });
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return (executor, values) => {
    // The same for an engine's transactions as for itself.
    const engine = executor.getExecutor().adapter;
    const statement = compiled.get(engine) ?? build(executor, standIns).compile();
    compiled.set(engine, statement);
    const parameters = statement.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name] : parameter,
    );
    return executor.executeQuery({ ...statement, parameters });
  };
}
