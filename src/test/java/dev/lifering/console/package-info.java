/** The console as people meet it: in a real browser, by mouse, keyboard and screen reader. */
@NullMarked
package dev.lifering.console;

import org.jspecify.annotations.NullMarked;
