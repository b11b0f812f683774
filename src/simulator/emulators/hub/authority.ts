import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { JiaError } from "../../../home/index.ts";
import { makeFolder } from "../../../make-folder.ts";

const run = promisify(execFile);

/** Paths of the PEM files of a simulated hub. Keys have mode 0600. */
export interface HubCertificates {
  readonly ca: string;
  readonly server: { readonly cert: string; readonly key: string };
  readonly client: { readonly cert: string; readonly key: string };
}

export interface AuthorityOptions {
  /** Where the files are written; made when it is not there. */
  readonly folder: string;
  /** The virtual device id of the client, which its certificate is made out to. */
  readonly clientDid: string;
  /** How long the certificates hold. */
  readonly days?: number;
}

/**
 * Makes an authority and certificates as a hub and its client have them: Ed25519 keys, the client's name with the SHA-1 of
 * its virtual device id. They are of this simulator alone and open nothing else.
 * @throws JiaError `missing-program` when there is no openssl
 */
export async function makeHubCertificates({
  folder,
  clientDid,
  days = 30,
}: AuthorityOptions): Promise<HubCertificates> {
  makeFolder(folder, 0o700);
  const at = (name: string) => join(folder, name);
  const ca = { cert: at("ca.pem"), key: at("ca.key") };
  const life = ["-days", String(days)];
  const key = ["-newkey", "ed25519", "-nodes"];
  await openssl([
    "req",
    "-x509",
    ...key,
    ...life,
    "-subj",
    "/CN=Jia simulated hub",
    "-keyout",
    ca.key,
    "-out",
    ca.cert,
  ]);
  const issue = async (name: string, subject: string, usage: string) => {
    const made = { cert: at(`${name}.pem`), key: at(`${name}.key`) };
    const [request, extensions] = [at(`${name}.csr`), at(`${name}.ext`)];
    await writeFile(extensions, `extendedKeyUsage=${usage}\nbasicConstraints=CA:FALSE\n`);
    await openssl(["req", "-new", ...key, "-subj", subject, "-keyout", made.key, "-out", request]);
    const signed = ["x509", "-req", "-in", request, "-CA", ca.cert, "-CAkey", ca.key, "-CAcreateserial", ...life];
    await openssl([...signed, "-extfile", extensions, "-out", made.cert]);
    return made;
  };
  const digest = createHash("sha1").update(clientDid).digest("hex");
  // The hub's own name is no host name: clients check the authority and not the name.
  const server = await issue("server", "/C=CN/O=Mijia Device/CN=mips.jia-simulator", "serverAuth");
  const client = await issue("client", `/C=CN/O=Mijia Device/CN=mips.1000.${digest}.2`, "clientAuth");
  return { ca: ca.cert, server, client };
}

async function openssl(args: readonly string[]): Promise<void> {
  try {
    await run("openssl", args);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new JiaError("missing-program", { program: "openssl", install: "apt-get install openssl" }, error);
    }
    throw error;
  }
}
