/**
 * Words that people use for the values of value-lists, keyed by the description in the spec (lower case). The first
 * Chinese word is the one that replies use.
 */
export const VALUE_TERMS: Readonly<Record<string, readonly string[]>> = {
  auto: ["自动", "automatic", "自动模式"],
  cool: ["制冷", "冷风", "冷气", "cooling", "制冷模式"],
  heat: ["制热", "暖风", "暖气", "heating", "制热模式"],
  dry: ["除湿", "抽湿", "干燥", "drying", "dehumidify", "除湿模式"],
  fan: ["送风", "通风", "fan only", "送风模式"],
  "fan only": ["送风", "通风", "fan", "送风模式"],
  sleep: ["睡眠", "夜间", "night", "睡眠模式"],
  favorite: ["最爱", "喜爱", "favourite", "最爱模式"],
  manual: ["手动", "手动模式"],
  silent: ["静音", "安静", "quiet", "静音模式"],
  low: ["低", "低速", "低档", "低风"],
  medium: ["中", "中速", "中档", "中风", "middle"],
  middle: ["中", "中间", "medium"],
  high: ["高", "高速", "高档", "高风"],
  natural: ["自然", "自然风", "natural wind", "nature"],
  "natural wind": ["自然风", "自然", "natural"],
  "straight wind": ["直吹", "直吹风", "straight"],
  basic: ["标准", "standard"],
  standard: ["标准", "basic"],
  strong: ["强力", "强劲", "turbo"],
  "full speed": ["全速", "最大", "max"],
};
