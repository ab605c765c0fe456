import { useState } from 'preact/hooks';

/** Text to copy, with a button that does it. */
export function Copy({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('Copied.'),
      () => setCopied('Select it and copy it by hand.'),
    );
  return (
    <div class="copy">
      <textarea readOnly spellcheck={false} rows={text.split('\n').length} aria-label={label} value={text} />
      <button type="button" onClick={copy}>
        Copy
      </button>
      <span role="status">{copied}</span>
    </div>
  );
}
