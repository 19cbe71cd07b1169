/** What verification can find wrong with the tree and its checkpoints, as data. */
export type TreeFault =
  /** The tree has no leaf `index`, or two. */
  | { kind: 'leaf_gap'; index: number }
  /** A stored tile is not what its leaves make up, or is gone. */
  | { kind: 'tile'; level: number; index: number }
  /** A signed checkpoint does not fit the log, or was not signed by the log. */
  | { kind: 'checkpoint'; size: number; why: CheckpointFault }
  /** Leaves after the newest checkpoint's `size`, which nothing signs. */
  | { kind: 'unsigned'; size: number; leaves: number }
  /** The copy that was kept outside the database does not fit: the log was rewritten, or restored from older data. */
  | { kind: 'kept'; size: number; why: CheckpointFault }
  /** A signing key that nobody with `MITAME_SECRET` made. */
  | { kind: 'forged_key'; key: string }

export type CheckpointFault =
  /** Its root is not the tree's at that size. */
  | 'root'
  /** It is for more leaves than there are: the tail is gone. */
  | 'too_large'
  /** None of the log's keys signed it, or a signature is wrong. */
  | 'signature'
  /** It is no checkpoint of this log, or says something else than its columns. */
  | 'text'
