/**
 * What happened: bindings of files to record sets, loads, and the rows that could not be used.
 * Start at {@link org.plumbline.records.StoredSet}, the form in which every engine finds the
 * records.
 */
@NullMarked
package org.plumbline.records;

import org.jspecify.annotations.NullMarked;
