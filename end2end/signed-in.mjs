// Several example users at once, each in a browser of their own.

import { openPage } from "./browser.mjs";
import { exampleUsers, signIn } from "./server.mjs";

/** Pages on which the example users of these names are signed in, with their passwords. */
export function signedIn(browser, server, names, options) {
  const users = exampleUsers(server.demo);
  return Promise.all(
    names.map(async (name) => {
      const user = users.find(({ email }) => email.startsWith(`${name}@`));
      const { page, close } = await openPage(browser, server.address, options);
      await signIn(page, user);
      return { page, close, password: user.password };
    }),
  );
}
