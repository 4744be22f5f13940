/**
 * The server's own PostgreSQL: real binaries, unpacked once, on a folder, reachable from this
 * machine only. Start at {@link org.plumbline.web.postgres.OwnPostgres}.
 */
@NullMarked
package org.plumbline.web.postgres;

import org.jspecify.annotations.NullMarked;
