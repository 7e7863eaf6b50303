@NullMarked
package org.sangyu.demo.web;

import org.jspecify.annotations.NullMarked;
