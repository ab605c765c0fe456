import type { Result } from '../../src/domain/generated/result.ts';
import { bytes } from '../../src/render/numbers.ts';
import { urlOf } from '../data/load.ts';

/** `leaderboard serve` names the bundles that lie in its folder; elsewhere none are served. */
const AT_HAND = new Set((document.documentElement.dataset.bundles ?? '').split(' ').filter(Boolean));

/** The power over time, where the evidence is at hand; else where to get it. */
export function PowerTrace({ name, result }: { name: string; result: Result }) {
  const gpus = result.hardware.gpus.filter(({ metered }) => metered);
  return (
    <section>
      <h2>Power trace</h2>
      {AT_HAND.has(name) ? (
        <a href={urlOf(`bundles/${name}/power.svg`)}>
          <img
            class="trace"
            src={urlOf(`bundles/${name}/power.svg`)}
            alt={`Power of ${gpus.length} GPUs over the runs, the phases shaded`}
            loading="lazy"
          />
        </a>
      ) : (
        <p>
          The trace is part of the evidence, {result.bundle.files} files of {bytes(result.bundle.bytes)} together, whose digest the record
          holds. It is a file of the results repository's releases, or lies in <code>bundles/{name}/</code> of the folder where it was
          measured; <code>leaderboard serve</code> shows it there.
        </p>
      )}
      {gpus.some(({ during }) => during.meanWatts !== null) && (
        <p class="quiet">
          Mean power while measured:{' '}
          {gpus.map(
            ({ during }, index) => `${index > 0 ? ', ' : ''}${during.meanWatts === null ? 'not told' : `${during.meanWatts.toFixed(0)} W`}`,
          )}
          .
        </p>
      )}
    </section>
  );
}
