import { TASKS } from '../../src/domain/tasks.ts';
import { whole } from '../../src/render/numbers.ts';
import type { PageProps } from '../app.tsx';
import { allRows } from '../data/repository.ts';
import { useTitle } from '../parts/hooks.ts';
import { Loading } from '../parts/loading.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { Outlier } from './outlier.tsx';

/** How the score is measured, and what its stars can and cannot say. */
export function Method({ repo, address }: PageProps) {
  useTitle('Method · AI Energy Score');
  return (
    <article class="prose">
      <h1>How it is measured</h1>
      <p>
        The score is the <b>GPU energy of inference</b>, in watt-hours per 1,000 queries. Less is better. Each task has a data set of 1,000
        rows, which go through the model one at a time; the figure is the mean of ten runs. Loading the model and the warm-up do not count.
      </p>
      <h2>Boards</h2>
      <p>
        Models are only compared on the same board: one task, one kind of hardware, one kind of energy, and for text generation and
        reasoning one class of size. Class A fits a consumer GPU (up to 20 billion parameters), B one H100 (up to 66 billion), C needs
        several.
      </p>
      <h2>How sure a figure is</h2>
      <p>
        The interval beside a figure holds the mean with 95 % certainty, by the spread of the runs. A sensor's constant error, up to about 5
        %, comes on top and no number of runs averages it out. Figures of other hardware, other software or other editions differ by more
        than that.
      </p>
      <h2>Stars</h2>
      <p>
        The range from the least energy on a board to the largest is split into five bands of equal width: five stars in the lowest, one in
        the highest. That is easy to explain, and it has a weakness: a single large model stretches the range, and all others crowd into
        five stars. So every row also has its rank, its percentile, and the factors to the best and to the median.
      </p>
      <p>Here are the models of a board. Drag one out of the band, or press it, and see what becomes of the others' stars.</p>
      <Loading load={() => allRows(repo)} keys={[repo]}>
        {(all) => <Outlier all={all} query={address.query} />}
      </Loading>
      <h2>States</h2>
      <p>
        <b>Official</b>: measured as the policy asks. <b>Unofficial</b>: measured honestly, but not so. <b>Disputed</b>: somebody doubts it,
        and it keeps its rank until that is settled. <b>Corrected</b>, <b>superseded</b> and <b>withdrawn</b> results keep their row and
        their reason, and lose their rank. <b>Self-reported</b>: the model's owner measured it and attested to it.
      </p>
      <h2>Tasks</h2>
      <WideTable name="Tasks">
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Data set</th>
            <th scope="col">What counts</th>
          </tr>
        </thead>
        <tbody>
          {TASKS.map((task) => (
            <tr key={task.key}>
              <th scope="row">{task.title}</th>
              <td>{task.dataset.id}</td>
              <td>
                {task.scoredPhases.join(' + ')}
                {task.newTokens === null ? '' : `, ${task.newTokens.bound} ${whole(task.newTokens.count)} new tokens`}
                {task.inferenceSteps === null ? '' : `, ${task.inferenceSteps} steps`}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </article>
  );
}
