/**
 * The register's PostgreSQL store. Every transaction is for one person, and the database itself
 * decides what that person sees. Start at {@link org.plumbline.web.store.Store}.
 */
@NullMarked
package org.plumbline.web.store;

import org.jspecify.annotations.NullMarked;
