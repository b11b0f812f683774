/** Whether a text may be subscribed to: wildcards stand for whole levels, `#` only at the end, and something is named. */
export function isFilter(text: string): boolean {
  const levels = text.split("/");
  const wild = (level: string) => level === "+" || level === "#";
  if (text.includes("\0") || levels.every(wild)) return false;
  return levels.every((level, index) =>
    level === "#" ? index === levels.length - 1 : wild(level) || !/[+#]/.test(level),
  );
}

export function hasWildcards(filter: string): boolean {
  return /[+#]/.test(filter);
}

/** Whether a topic is one of those that a filter stands for. */
export function matches(filter: string, topic: string): boolean {
  const wanted = filter.split("/");
  const given = topic.split("/");
  for (const [index, level] of wanted.entries()) {
    if (level === "#") return true;
    if (index >= given.length || (level !== "+" && level !== given[index])) return false;
  }
  return wanted.length === given.length;
}
