package lang

// form names a pattern of dates and spans.
type form = string

const (
	formDay         form = "day"         // 19 June 2024
	formMonth       form = "month"       // June 2024
	formDayShort    form = "day_short"   // 19 Jun 2024
	formMonthShort  form = "month_short" // Jun 2024
	formYearInText  form = "year_in_text"
	formYearBefore  form = "year_before" // 44 BC
	formDecade      form = "decade"
	formCentury     form = "century"        // 20th century
	formCenturyBC   form = "century_before" // 5th century BC
	formAxisDay     form = "axis_day"
	formAxisMonth   form = "axis_month"
	formDaysOfMonth form = "days_of_month"  // 8–18 October 2024
	formDaysOfYear  form = "days_of_year"   // 6 August – 2 September 1945
	formMonths      form = "months_of_year" // June–August 2024
	formYears       form = "years"          // 1950–1953
	formSpan        form = "span"           // {from} and {to} are dates of any precision
	formSinceDay    form = "since_day"
	formSinceMonth  form = "since_month"
	formSinceYear   form = "since_year"
)

// formRule is a form with the places it must have. Where month stands for a
// month, month_of, month_short, month_number and month_two do as well; day_two
// does for day, century_roman and century_th for century.
type formRule struct {
	form   form
	places string
}

func formRules() []formRule {
	return []formRule{
		{formDay, "day month year"}, {formMonth, "month year"},
		{formDayShort, "day month year"}, {formMonthShort, "month year"},
		{formYearInText, "year"}, {formYearBefore, "year"}, {formDecade, "year"},
		{formCentury, "century"}, {formCenturyBC, "century"},
		{formAxisDay, "day"}, {formAxisMonth, "month"},
		{formDaysOfMonth, "day day_to month year"}, {formDaysOfYear, "day month day_to month_to year"},
		{formMonths, "month month_to year"}, {formYears, "year year_to"}, {formSpan, "from to"},
		{formSinceDay, "day month year"}, {formSinceMonth, "month year"}, {formSinceYear, "year"},
	}
}

// asked is the place of a form rule that a place of a pattern answers.
func asked(place string) string {
	switch place {
	case "day_two":
		return "day"
	case "month_of", "month_short", "month_number", "month_two":
		return "month"
	case "month_of_to":
		return "month_to"
	case "century_roman", "century_th":
		return "century"
	}
	return place
}
