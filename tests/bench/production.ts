// Imported before all else: libraries choose by it which copy of themselves they load.
process.env.NODE_ENV = 'production'
