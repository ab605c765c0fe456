/** A comment as it was found. */
export type FoundComment = {
  id: number;
  /** Null where the author's account is gone. */
  authorId: number | null;
  body: string;
};

/**
 * The bot's own comment: written by its own account, with the marker as the whole first line. Anybody can write the marker,
 * and a reply of the bot may quote it further down; neither is the comment. Nothing else in it is believed.
 */
export function ownComment(comments: readonly FoundComment[], own: { authorId: number; marker: string }): FoundComment | null {
  const isOwn = ({ authorId, body }: FoundComment) => authorId === own.authorId && body.split(/\r?\n/, 1)[0] === own.marker;
  return comments.find(isOwn) ?? null;
}
