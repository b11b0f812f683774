/** How a sentence says that a scene is to be made, not that its settings are to be carried out. */
const MAKES_SCENE: readonly RegExp[] = [
  /\b(?:make|create|save|add|build|define|store|record)\b.{0,40}\bscenes?\b/iu,
  /(?:新建|创建|保存|存成|存为|添加|建立|做一个|建一个|新增).{0,20}(?:场景|情景)/u,
];

/** Whether the text asks for a scene to be made or saved. */
export function makesScene(text: string): boolean {
  return MAKES_SCENE.some((pattern) => pattern.test(text));
}
