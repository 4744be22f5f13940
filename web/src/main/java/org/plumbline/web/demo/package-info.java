/** The demo: two parties made from the examples, between whom one changes with a click. */
@NullMarked
package org.plumbline.web.demo;

import org.jspecify.annotations.NullMarked;
