/** Keys by which a configuration asks a library to import code of the repository. */
const CODE_KEYS: ReadonlySet<string> = new Set(['auto_map', 'custom_pipelines']);

/** Whether a config.json names custom code at any depth. A text that is no JSON names none; loading it fails by itself. */
export function namesCustomCode(configText: string): boolean {
  let found = false;
  try {
    JSON.parse(configText, (key, value: unknown) => {
      found ||= CODE_KEYS.has(key);
      return value;
    });
  } catch {
    return false;
  }
  return found;
}
