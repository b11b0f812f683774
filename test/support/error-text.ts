import { JiaError } from "../../src/home/index.ts";
import { errorText, type Language } from "../../src/language/index.ts";

/** The error that `act` ends with, as a person reads it; "" when it ends well or with something else. */
export async function thrownErrorText(act: () => unknown, language: Language = "en"): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof JiaError) return errorText(error, language);
    throw error;
  }
  return "";
}
