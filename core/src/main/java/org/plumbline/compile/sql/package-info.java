/**
 * Plans as SQL: one small dialect for each engine. Start at {@link org.plumbline.compile.sql.Sql}.
 */
@NullMarked
package org.plumbline.compile.sql;

import org.jspecify.annotations.NullMarked;
