/**
 * What waits for a person, derived from what is in the register. Start at {@link
 * org.plumbline.web.todo.ToDo}.
 */
@NullMarked
package org.plumbline.web.todo;

import org.jspecify.annotations.NullMarked;
