/** The Spring Boot application: one package a module. */
@NullMarked
package org.sangyu;

import org.jspecify.annotations.NullMarked;
