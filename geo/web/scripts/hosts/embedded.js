/* The stand-alone page in a frame: no more than the frame's first view needs. */

import { Page } from "./standalone.js";

new Page().start();
