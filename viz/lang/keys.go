package lang

// Key names a wording. The keys below are all there are: a language file has each
// of them and no other, so that a word that is missing is found when the file is read.
type Key = string

// Kinds of event, as the legend and the card name them.
const (
	KindDiplomacy Key = "kind_diplomacy"
	KindTreaty    Key = "kind_treaty"
	KindRupture   Key = "kind_rupture"
	KindWar       Key = "kind_war"
	KindMilitary  Key = "kind_military"
	KindNuclear   Key = "kind_nuclear"
	KindAid       Key = "kind_aid"
	KindEconomy   Key = "kind_economy"
)

// The legend.
const (
	LegendHow          Key = "legend_how"
	LegendThickness    Key = "legend_thickness"
	LegendSqrt         Key = "legend_sqrt"
	LegendEquals       Key = "legend_equals" // {amount}
	LegendSources      Key = "legend_sources"
	LegendInterpolated Key = "legend_interpolated"
	LegendRange        Key = "legend_range"
	LegendHigh         Key = "legend_high"
	LegendCentral      Key = "legend_central"
	LegendLow          Key = "legend_low"
	LegendUnknown      Key = "legend_unknown"
	LegendLesser       Key = "legend_lesser"
	LegendLasting      Key = "legend_lasting"
	LegendPile         Key = "legend_pile"
)

// Controls. Each is the accessible name of a button, or the label of a choice.
const (
	Controls      Key = "controls"
	Play          Key = "play"
	Pause         Key = "pause"
	ZoomIn        Key = "zoom_in"
	ZoomOut       Key = "zoom_out"
	WholeStory    Key = "whole_story"
	PreviousEvent Key = "previous_event"
	NextEvent     Key = "next_event"
	Close         Key = "close"
	Events        Key = "events"
	More          Key = "more"
	LanguageWord  Key = "language"
	Theme         Key = "theme"
	ThemeAuto     Key = "theme_auto"
	ThemeLight    Key = "theme_light"
	ThemeDark     Key = "theme_dark"
	ThemeContrast Key = "theme_contrast"
	Speed         Key = "speed"
	SpeedTimes    Key = "speed_times" // {n}
	PlayFirst     Key = "play_first"
	PlayMain      Key = "play_main"
	PlayAll       Key = "play_all"
	Scale         Key = "scale"
	ScaleLinear   Key = "scale_linear"
	ScaleSqrt     Key = "scale_sqrt"
	Download      Key = "download"
	DownloadPNG   Key = "download_png"
	DownloadSVG   Key = "download_svg"
	DownloadPDF   Key = "download_pdf"
	DownloadData  Key = "download_data"
	ThisView      Key = "this_view"
	Whole         Key = "whole"
	OneEvent      Key = "one_event"
	CopyLink      Key = "copy_link"
	Copied        Key = "copied"
	Copy          Key = "copy"
	Share         Key = "share"
	Embed         Key = "embed"
	EmbedCode     Key = "embed_code"
	StillOf       Key = "still_of"
	StillFormat   Key = "still_format"
	StillSize     Key = "still_size"
	PresetPage    Key = "preset_page"
	PresetOG      Key = "preset_og"
	PresetSquare  Key = "preset_square"
	PresetStory   Key = "preset_story"
	PresetColumn  Key = "preset_column"
	PresetWide    Key = "preset_wide"
	Preset4K      Key = "preset_4k"
	PresetA4      Key = "preset_a4"
	PresetA3      Key = "preset_a3"
	CopyImage     Key = "copy_image"
	CopyEmbed     Key = "copy_embed"
	CopyByHand    Key = "copy_by_hand"
	Cancel        Key = "cancel"
	StillReady    Key = "still_ready"
	StillBlocked  Key = "still_blocked"
	OpenPicture   Key = "open_picture"
	Preview       Key = "preview"
	FullText      Key = "full_text"
	FullPage      Key = "full_page"
	MoveFigure    Key = "move_figure"
	Done          Key = "done"
	Back          Key = "back"
	Earlier       Key = "earlier"
	Later         Key = "later"
	PreviousYear  Key = "previous_year"
	NextYear      Key = "next_year"
)

// Keys and gestures. What a key does; the keys themselves stand beside it.
const (
	Keys       Key = "keys"
	KeyPan     Key = "key_pan"
	KeyPage    Key = "key_page"
	KeyWalk    Key = "key_walk"
	KeyRead    Key = "key_read"
	KeyZoom    Key = "key_zoom"
	KeyWhole   Key = "key_whole"
	KeyPlay    Key = "key_play"
	KeyOpen    Key = "key_open"
	KeyClose   Key = "key_close"
	KeyHelp    Key = "key_help"
	FigureHelp Key = "figure_help"
	FigureText Key = "figure_text"
	HintCtrl   Key = "hint_ctrl"
	HintCmd    Key = "hint_cmd"
	HintTouch  Key = "hint_touch"
	HintTap    Key = "hint_tap"
)

// The card of an event.
const (
	Photo       Key = "photo"
	PhotoCredit Key = "photo_credit" // {credit}
	PhotoAbsent Key = "photo_absent" // {credit}
	NotIncluded Key = "not_included"
	Date        Key = "date"
	Place       Key = "place"
	Sources     Key = "sources"
	Of          Key = "of"      // {n} {all}
	Counter     Key = "counter" // {year}
	Pile        Key = "pile"    // {n}
	Showing     Key = "showing" // {from} {to}
)

// Readouts of a year.
const (
	YearOf    Key = "year_of"   // {kind} {year}
	ValuesOf  Key = "values_of" // {year}
	NoFigures Key = "no_figures"
	InTable   Key = "in_table"
	ReadYear  Key = "read_year" // {year}
	Total     Key = "total"
	PriceBase Key = "price_base" // {year}
)

// Words round dates and figures.
const (
	About     Key = "about"     // {date}
	Uncertain Key = "uncertain" // {date}
	Before    Key = "before"    // {date}
	After     Key = "after"     // {date}
	AtLeast   Key = "at_least"  // {amount}
	AtMost    Key = "at_most"   // {amount}
)

// The page: loading, and what can go wrong.
const (
	Loading            Key = "loading"
	LoadingPart        Key = "loading_part" // {percent}
	ProgramFailed      Key = "program_failed"
	ProgramUnsupported Key = "program_unsupported"
	NoScript           Key = "no_script"
	StoryProblems      Key = "story_problems"
	Retry              Key = "retry"
	Reload             Key = "reload"
	StillFailed        Key = "still_failed"
	Working            Key = "working"
)

// The document under the picture.
const (
	Contents    Key = "contents"
	SkipToList  Key = "skip_to_list"
	Flows       Key = "flows"
	Gaps        Key = "gaps"
	Leaders     Key = "leaders"
	Series      Key = "series"
	ShowTable   Key = "show_table"
	Method      Key = "method"
	Data        Key = "data"
	Licence     Key = "licence"
	LicenceLine Key = "licence_line"
	Remarks     Key = "remarks"
	Note        Key = "note"
)

// Headings of the tables.
const (
	Year      Key = "year"
	Years     Key = "years"
	Direction Key = "direction"
	Kind      Key = "kind"
	Low       Key = "low"
	Central   Key = "central"
	High      Key = "high"
	Basis     Key = "basis"
	Meaning   Key = "meaning"
	Reason    Key = "reason"
	Measure   Key = "measure"
	Value     Key = "value"
	Unit      Key = "unit"
)

// A reader's own story, and one that is being worked on.
const (
	OwnOpen      Key = "own_open"
	OwnDrop      Key = "own_drop"
	OwnFolder    Key = "own_folder"
	OwnFile      Key = "own_file"
	OwnReading   Key = "own_reading"
	OwnShown     Key = "own_shown" // {name}
	OwnClose     Key = "own_close"
	OwnRefused   Key = "own_refused"
	LiveKept     Key = "live_kept"
	LiveWarnings Key = "live_warnings"
)

// How well a figure is known.
const (
	BasisDocumented   Key = "basis_documented"
	BasisDerived      Key = "basis_derived"
	BasisInterpolated Key = "basis_interpolated"
	BasisPlaceholder  Key = "basis_placeholder"
)

// Why there is no figure.
const (
	GapNoneFound   Key = "gap_none_found"
	GapUnknown     Key = "gap_unknown"
	GapInsideOther Key = "gap_inside_other"
)

// Counted wordings, for Count.
const (
	CountEvents   Key = "events"
	CountSources  Key = "sources"
	CountYears    Key = "years"
	CountMonths   Key = "months"
	CountDays     Key = "days"
	CountMore     Key = "more"
	CountProblems Key = "problems"
)
