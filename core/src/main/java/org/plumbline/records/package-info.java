/**
 * What happened: bindings of files to record sets, loads, and the rows that could not be used.
 * Start at {@link org.plumbline.records.StoredSet}, the form in which every engine finds the
 * records.
 *
 * <p>How cells are read, once for all formats: they are trimmed, keys too; a line break inside is a
 * space; an empty cell is no value. Numbers are exact, without exponent; groups of thousands only
 * where the binding writes its decimal mark. A share is {@code 98%} or a ratio from 0 to 1. Money
 * may name one currency a column. A duration says its unit ({@code 3 hours}, {@code PT3H}, {@code
 * 3:00}). Flags are yes, no, true, false, 1, 0. Times lie in 1970 to 2199. A code that {@code
 * values} does not name stays as written and is warned of. Cells of workbooks and Parquet files
 * that are typed as dates or times are read as such, whatever pattern the binding names.
 */
@NullMarked
package org.plumbline.records;

import org.jspecify.annotations.NullMarked;
