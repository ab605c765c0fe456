/** A filter: one of a few values, or all. Where there is nothing to choose between, it is not shown. */
export function Choice({
  name,
  title,
  all,
  options,
  value,
  onChoose,
}: {
  name: string;
  title: string;
  /** What stands for no choice; null where one has to be chosen. */
  all: string | null;
  options: readonly { value: string; title: string }[];
  value: string | null;
  onChoose: (value: string | null) => void;
}) {
  const unknown = value !== null && !options.some((option) => option.value === value);
  if (options.length < 2 && value === null) return null;
  if (options.length < 2 && all === null && !unknown) return null;
  return (
    <label class="choice">
      <span>{title}</span>
      <select name={name} value={value ?? ''} onChange={(event) => onChoose(event.currentTarget.value || null)}>
        {all !== null && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
        {unknown && <option value={value}>{value} (none here)</option>}
      </select>
    </label>
  );
}
