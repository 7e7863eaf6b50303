package org.sangyu.regions.internal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Loads the places at the first start, after the migrations and before any page or job: everything else stands on them.
 */
@Component
class FirstLoad implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);
    private static final String NONE = "none";

    private final DataSource dataSource;
    private final List<String> only;

    /** {@code sangyu.places}: {@code all}, {@code none}, or prefixes of statistical codes separated by commas. */
    FirstLoad(DataSource dataSource, @Value("${sangyu.places:all}") List<String> only) {
        this.dataSource = dataSource;
        this.only = List.copyOf(only);
    }

    @Override
    public void afterPropertiesSet() throws SQLException, IOException {
        if (!only.contains(NONE)) {
            List<String> prefixes = only.contains("all") ? List.of() : only;
            new PlaceLoader(prefixes, LOG::info).load(dataSource);
        }
    }
}
