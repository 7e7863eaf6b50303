package org.sangyu.walks;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What every part of the tour needs.
 *
 * @param county the office at work
 * @param page the browser
 * @param show looks at an address, in both languages and sizes
 * @param once looks at what is shown only once, under a title
 * @param address an address of the program, whole
 */
record Guide(
        CountyAtWork county, Page page, CountyAtWork.Show show, Consumer<String> once, UnaryOperator<String> address) {

    void show(String path) {
        show.show(path);
    }

    void once(String title) {
        once.accept(title);
    }

    void open(String path) {
        page.navigate(address.apply(path));
    }
}
