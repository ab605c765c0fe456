export type ModelClass = 'A' | 'B' | 'C';

/** One model class of text generation and reasoning. */
export type ClassDefinition = {
  readonly name: ModelClass;
  /** What the class fits, for people. */
  readonly fits: string;
  /** Most parameters, every expert counted; Infinity for the open end. */
  readonly maximumParameters: number;
  readonly minimumGpus: number;
  /** Infinity for the open end. */
  readonly maximumGpus: number;
};

/** The classes as the methodology gives them, smallest first. */
export const CLASSES: readonly ClassDefinition[] = [
  { name: 'A', fits: 'one consumer GPU, 24 GB', maximumParameters: 20e9, minimumGpus: 1, maximumGpus: 1 },
  { name: 'B', fits: 'one H100, 80 GB', maximumParameters: 66e9, minimumGpus: 1, maximumGpus: 1 },
  { name: 'C', fits: 'several H100', maximumParameters: Infinity, minimumGpus: 2, maximumGpus: Infinity },
];

/**
 * The class of a model: A up to 20 billion parameters, B up to 66 billion, C above.
 * @param parameters parameters in all, those of every expert of a mixture included
 */
export const classOf = (parameters: number): ModelClass =>
  (CLASSES.find((definition) => parameters <= definition.maximumParameters) as ClassDefinition).name;

/** A class by its name. */
export const classDefinition = (name: ModelClass): ClassDefinition =>
  CLASSES.find((definition) => definition.name === name) as ClassDefinition;

/** The class a plan or record carries: null for tasks without classes, and where nothing tells the parameters. */
export function classFor(task: { readonly classes: 'stars per class' | 'single' }, parameters: number | null): ModelClass | null {
  return task.classes === 'single' || parameters === null ? null : classOf(parameters);
}
