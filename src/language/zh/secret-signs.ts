import { secretSignsBy } from "../secret-signs.ts";

export const secretSigns = secretSignsBy({
  names:
    /密码|口令|密钥|私钥|助记词|验证码|校验码|安全码|门禁码|开门码|开锁码|解锁码|报警码|撤防码|身份证号|银行卡|信用卡|储蓄卡|卡号|银行账号|令牌|(?:^|[^a-z])(?:pin码?|token|cvv|cvc|iban)(?![a-z])|(?:门锁|大门|保险箱|保险柜|车库|报警器?)的?(?:号码|暗号|代码)/,
  given: /是|为|叫|改成|设成|[:：=]|\d{3,}|[零〇一二三四五六七八九]{3,}/,
});
