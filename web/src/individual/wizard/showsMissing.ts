import { createContext } from "react";

/** Fields that are still empty say so: only once the person has been through them, never on a form that was just opened. */
export const ShowsMissing = createContext(false);
