/** The command line: it reads arguments, calls core and prints answers. */
@NullMarked
package org.plumbline.cli;

import org.jspecify.annotations.NullMarked;
