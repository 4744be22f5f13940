/** A service desk's agreement and measurements, made by hand for tests. */
@NullMarked
package org.plumbline.desk;

import org.jspecify.annotations.NullMarked;
