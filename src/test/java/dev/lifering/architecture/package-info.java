/** The rules that hold for all of the code: who may import whom, and where which technology may be used. */
@NullMarked
package dev.lifering.architecture;

import org.jspecify.annotations.NullMarked;
