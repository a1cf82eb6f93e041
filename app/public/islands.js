import initialise, * as frontend from "./frontend.js";
await initialise();
frontend.hydrate();
