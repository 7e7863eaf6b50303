/** Pages of the registry: the list of elders, the elder's page, the forms that record facts. */
@NullMarked
package org.sangyu.registry.web;

import org.jspecify.annotations.NullMarked;
