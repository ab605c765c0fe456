import type { ComponentChildren } from 'preact';

/** A wide table with a name: on a small screen it moves within its own frame, by keyboard too. */
export function WideTable({ name, kind = 'plain', children }: { name: string; kind?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keys that scroll it.
    <section class="scroll" aria-label={name} tabIndex={0}>
      <table class={kind}>
        <caption class="hidden">{name}</caption>
        {children}
      </table>
    </section>
  );
}
