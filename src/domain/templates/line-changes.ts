/** A line that one of two texts has and the other has not. */
export type LineChange = { side: 'theirs' | 'template'; line: string };

/**
 * What has to change to come from one text to the other, line by line: as few lines as possible.
 * @param theirs at most some hundred lines, like the template
 */
export function lineChanges(theirs: string, template: string): LineChange[] {
  const left = theirs.split('\n');
  const right = template.split('\n');
  // common[i][j]: how many lines the rests from i and from j have in common.
  const common = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      (common[i] as number[])[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      i++;
      j++;
    } else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ side: 'theirs', line: left[i++] as string });
    } else {
      changes.push({ side: 'template', line: right[j++] as string });
    }
  }
  return changes;
}
