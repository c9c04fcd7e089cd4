/** A folder of the team's, perhaps under version control, in which postmortems are kept as files. */
export interface PostmortemFolder {
  /** Makes the file say that, and nothing where it does. Every fault is a `DeliveryError`. */
  keep(file: FolderFile): Promise<void>;
}

export interface FolderFile {
  /** Below the folder, the last one the file's: `['2026', 'inc-42.md']`. */
  readonly path: readonly string[];
  readonly content: string;
  /** What the change is called where changes have names. */
  readonly message: string;
}
